/** What webpack puts in: true in dist/thidua.html. */
declare const SINGLE_FILE: boolean;
declare module '*.css';
declare module '*.xlsx' {
  const url: string;
  export default url;
}
