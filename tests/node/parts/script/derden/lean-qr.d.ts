// What scripts use of lean-qr 2.7.4. Readers fetch all that stands beside that file, and so this does not.

declare module "*/derden/lean-qr.js" {
  /** A QR code: whether the module at a place is black. What lies outside it is not. */
  export interface Bitmap2D {
    readonly size: number;
    get(x: number, y: number): boolean;
  }

  export interface Options {
    readonly minCorrectionLevel?: number;
    readonly maxVersion?: number;
    readonly modes?: readonly unknown[];
  }

  export const correction: { readonly min: 0; readonly L: 0; readonly M: 1; readonly Q: 2; readonly H: 3; readonly max: 3 };
  export const mode: { readonly numeric: unknown; readonly alphaNumeric: unknown; readonly ascii: unknown; readonly utf8: unknown };

  /** The code of a text. Throws where the text does not fit. */
  export function generate(data: string, options?: Options): Bitmap2D;
}
