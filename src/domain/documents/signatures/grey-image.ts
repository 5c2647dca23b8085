/** A picture in shades of grey: row by row, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Whether the sizes fit the data; what fails this is a bug of the caller, not a bad picture. */
export function checkGrey({ width, height, data }: GreyImage): void {
  const whole = Number.isInteger(width) && Number.isInteger(height);
  if (!whole || width < 1 || height < 1 || data.length !== width * height) {
    throw new RangeError(`${data.length} bytes are no grey picture of ${width} x ${height}`);
  }
}

/**
 * Averages squares of pixels until neither side is longer than `most`: bounds time and memory for a
 * 50-megapixel scan. A picture that is small enough is returned as it is.
 */
export function shrinkTo(image: GreyImage, most: number): GreyImage {
  const by = Math.ceil(Math.max(image.width, image.height) / most);
  if (by <= 1) return image;
  const width = Math.ceil(image.width / by);
  const height = Math.ceil(image.height / by);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      data[y * width + x] = meanOfSquare(image, x * by, y * by, by);
  }
  return { width, height, data };
}

function meanOfSquare(
  { width, height, data }: GreyImage,
  x0: number,
  y0: number,
  by: number,
): number {
  const x1 = Math.min(width, x0 + by);
  const y1 = Math.min(height, y0 + by);
  let sum = 0;
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) sum += data[y * width + x]!;
  }
  return Math.round(sum / ((x1 - x0) * (y1 - y0)));
}
