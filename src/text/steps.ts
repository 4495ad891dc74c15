/** One step of a trace as a sentence: what was done, and the number after it. */
import { compareNumerals, parseNumeral, type TraceStep } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';
import { conditionText } from './reasons';
import { uiText, type UiLang } from './ui';
import { computedWay, inPercent, wayTold } from './ways';

/** "; mỗi lần 0,5 điểm; tối đa 20; mức vượt cao nhất của các đơn vị 20%": what made and bounded the points, as far as there is any. */
function limitsOf(params: TraceStep['params'], lang: Lang): string {
  const { max, bestExcess, bestActual } = params;
  const [atMost, highest, without] =
    lang === 'vi'
      ? ['tối đa', 'mức vượt cao nhất của các đơn vị', 'kết quả cao nhất của các đơn vị không có chỉ tiêu']
      : ['at most', 'highest excess of all units', 'highest result of the units without target'];
  return [
    ...wayTold(lang, params),
    ...(max === undefined ? [] : [`${atMost} ${formatScore(max, null, lang)}`]),
    ...(bestExcess === undefined ? [] : [`${highest} ${inPercent(bestExcess, lang)}`]),
    ...(bestActual === undefined || compareNumerals(bestActual, '0') === 0
      ? []
      : [`${without} ${formatScore(bestActual, null, lang)}`]),
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
