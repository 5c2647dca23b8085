import { describe, expect, it } from 'vitest';
import { rowTitle } from '../../../../src/features/risk/row-title.ts';

describe('the goods in a row of the list', () => {
  it('are whole where they fit, and where there is no detail to bring into sight', () => {
    expect(rowTitle('알루미늄의 선 · 기타', 'ko')).toBe('알루미늄의 선 · 기타');
    expect(rowTitle('남성용이나 소년용 오버코트ㆍ카코트ㆍ케이프ㆍ클록…', 'ko')).toBe(
      '남성용이나 소년용 오버코트ㆍ카코트ㆍ케이프ㆍ클록…',
    );
  });

  it('begin their detail within the column: it never ends in two ellipses', () => {
    const titles = [
      '트랙슈트ㆍ스키슈트… · 그 밖의 방직용 섬유로…',
      '바구니 세공물, 지조세공물과… · 대나무로 만든 것',
      '트레일러와 세미트레일러… · 그 밖의 차량',
      '기계용이나 기구용… · 농업용ㆍ원예용ㆍ임업용…',
    ];
    for (const title of titles) {
      const shown = rowTitle(title, 'ko').slice(0, 16);
      expect(shown).toMatch(/…? · [^…]/);
      expect(shown).not.toContain('……');
    }
  });
});
