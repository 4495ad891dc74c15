/** One step of a trace as a sentence: what was done, and the number after it. */
import { multiplyNumerals, parseNumeral, type TraceStep } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';
import { conditionText } from './reasons';
import { uiText, type UiLang } from './ui';
import { computedWay } from './ways';

/** "; tối đa 20; mức vượt cao nhất của các đơn vị 20%": what bounded the points, as far as there is any. */
function limitsOf({ max, bestExcess }: TraceStep['params'], lang: Lang): string {
  const excess = bestExcess === undefined ? null : multiplyNumerals(bestExcess, '100');
  return [
    ...(max === undefined ? [] : [`${lang === 'vi' ? 'tối đa' : 'at most'} ${formatScore(max, null, lang)}`]),
    ...(excess === null
      ? []
      : [
          `${lang === 'vi' ? 'mức vượt cao nhất của các đơn vị' : 'highest excess of all units'} ${formatScore(excess, excess.includes('/') ? 2 : null, lang)}%`,
        ]),
  ]
    .map((part) => `; ${part}`)
    .join('');
}

export function stepText({ rule, value, params }: TraceStep, lang: UiLang): string {
  const spoken = lang === 'en' ? 'en' : 'vi';
  const of = (name: string): string => {
    const written = params[name] ?? '–';
    return parseNumeral(written) === null ? written : formatScore(written, null, spoken);
  };
  const what = ((): string => {
    switch (rule) {
      case 'way':
        return uiText(lang, 'step.way', {
          way: computedWay(spoken, params['way']),
          limits: limitsOf(params, spoken),
        });
      case 'bound':
      case 'na-full':
        return uiText(lang, `step.${rule}`, { max: of('max') });
      case 'step':
        return uiText(lang, 'step.step', { step: of('step') });
      case 'decimals':
      case 'section-decimals':
      case 'total-decimals':
        return uiText(lang, `step.${rule}`, { n: of('decimals') });
      case 'cap':
      case 'overall-cap':
        return uiText(lang, `step.${rule}`, { cap: of('cap') });
      case 'rescale':
        return uiText(lang, 'step.rescale', { max: of('max'), applicable: of('applicable') });
      case 'plus-bonus':
        return uiText(lang, 'step.plus-bonus', { points: of('bonus') });
      case 'minus-deduction':
        return uiText(lang, 'step.minus-deduction', { points: of('deduction') });
      case 'clamp':
        return uiText(lang, 'step.clamp', { limit: of('limit') });
      case 'sanction':
        return uiText(lang, 'step.sanction', {
          condition: conditionText(
            { field: params['field'] ?? '', expected: params['expected'] ?? '', code: null, ballot: null },
            spoken,
            { award: (id) => id },
          ),
        });
      case 'none':
        return uiText(lang, 'step.none', { code: params['code'] ?? '' });
      default:
        return uiText(lang, `step.${rule}`);
    }
  })();
  // A fraction without a finite decimal is shown rounded, and says so.
  return value === null ? what : `${what} ${value.includes('/') ? '≈' : '='} ${formatScore(value, null, spoken)}`;
}
