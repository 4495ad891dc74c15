/** Exact numbers, their arithmetic and their texts: `import * as q from './rational'`. */
export * from './arithmetic';
export * from './rational-text';
