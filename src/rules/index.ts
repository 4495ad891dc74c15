export * from './place';
export * from './book';
export * from './issue';
export * from './evaluation';
export { evaluate } from './evaluate';
export {
  numeralOfDouble, parseNumeral, roundNumeral, compareNumerals, addNumerals, subtractNumerals, multiplyNumerals, divideNumerals,
} from './numeral';
