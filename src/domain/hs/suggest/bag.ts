/** A bag of n-gram embeddings: what goods have in common across words and languages. */
import type { ScoreNodes } from './descend.ts';
import type { EncodedText } from './vocabulary.ts';

export interface Bag {
  readonly width: number;
  /** Row of each vocabulary feature in `embedding`, or -1. */
  readonly rowOf: Int32Array;
  /** Rows x width, each row in steps of its `embeddingStep`. */
  readonly embedding: Int8Array;
  readonly embeddingStep: Float32Array;
  /** Nodes (chapters, headings, classes) x width. */
  readonly output: Int8Array;
  readonly outputStep: Float32Array;
  readonly bias: Float32Array;
}

/** Scores of the nodes from..to as they are asked for, written over `into`. */
export function bagScorer(bag: Bag, text: EncodedText, into: Float32Array): ScoreNodes {
  const { width, output, outputStep, bias } = bag;
  const hidden = hiddenOf(bag, text);
  return (from, to) => {
    for (let node = from; node < to; node++) {
      let sum = 0;
      const at = node * width;
      for (let k = 0; k < width; k++) sum += hidden[k]! * output[at + k]!;
      into[node] = bias[node]! + sum * outputStep[node]!;
    }
  };
}

/** The text in `width` numbers. Features without a row are left out and the rest scaled up. */
function hiddenOf(bag: Bag, text: EncodedText): Float32Array {
  const { width, rowOf, embedding, embeddingStep } = bag;
  const hidden = new Float32Array(width);
  let squares = 0;
  for (let i = 0; i < text.index.length; i++) {
    const row = rowOf[text.index[i]!]!;
    if (row < 0) continue;
    squares += text.value[i]! ** 2;
    const value = text.value[i]! * embeddingStep[row]!;
    const at = row * width;
    for (let k = 0; k < width; k++) hidden[k]! += value * embedding[at + k]!;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let k = 0; k < width; k++) hidden[k]! *= scale;
  return hidden;
}
