/** What formulas come to, of all forms that are proven; loaded when the first of them must be calculated. */
export { calculate } from './calculation';
