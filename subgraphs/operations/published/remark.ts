/** Something to tell whoever imports a file, with its path into the file: `[3].figures[0].value`. */
export interface Remark {
  readonly path: string;
  readonly message: string;
}
