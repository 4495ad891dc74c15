/** Texts of TCVN3 and VNI, told apart from Unicode and from other languages, and converted. */
import { evaluate } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { convertLegacy } from '../../../src/workbook/read/legacy';
import { spoiled } from './base';

/** TCVN 5712:1993, the letters that VN3 fonts have, in the order of their bytes A1 to FE (taken from iconv), and what they mean. */
const TCVN3 = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const MEANT = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

/** VNI Windows: vowel by vowel without tone, then grave, hook, tilde, acute, dot. */
const VNI: readonly (readonly [string, string])[] = [
  ['aø aû aõ aù aï', 'à ả ã á ạ'],
  ['aê aè aú aü aé aë', 'ă ằ ẳ ẵ ắ ặ'],
  ['aâ aà aå aã aá aä', 'â ầ ẩ ẫ ấ ậ'],
  ['eø eû eõ eù eï', 'è ẻ ẽ é ẹ'],
  ['eâ eà eå eã eá eä', 'ê ề ể ễ ế ệ'],
  ['ì æ ó í ò', 'ì ỉ ĩ í ị'],
  ['oø oû oõ où oï', 'ò ỏ õ ó ọ'],
  ['oâ oà oå oã oá oä', 'ô ồ ổ ỗ ố ộ'],
  ['ô ôø ôû ôõ ôù ôï', 'ơ ờ ở ỡ ớ ợ'],
  ['uø uû uõ uù uï', 'ù ủ ũ ú ụ'],
  ['ö öø öû öõ öù öï', 'ư ừ ử ữ ứ ự'],
  ['yø yû yõ yù î', 'ỳ ỷ ỹ ý ỵ'],
];

test('every letter of TCVN3', () => {
  const small = [...TCVN3]
    .map((letter, at): [string, string] => [letter, [...MEANT][at] ?? ''])
    .filter(([letter]) => !'§®'.includes(letter));
  expect(small).toHaveLength(72);
  expect(convertLegacy(`Së ${small.map(([letter]) => `l${letter}`).join(' ')} ®i §i`)).toBe(
    `Sở ${small.map(([, meant]) => `l${meant}`).join(' ')} đi Đi`,
  );
});

test.each(VNI)('VNI %s', (letters, meant) => {
  const words = (text: string): string =>
    text
      .split(' ')
      .map((letter) => `l${letter}`)
      .join(' ');
  expect(convertLegacy(`Noäi ${words(letters)}`)).toBe(`Nội ${words(meant)}`);
  expect(convertLegacy(`NOÄI ${words(letters).toUpperCase()}`)).toBe(`NỘI ${words(meant).toUpperCase()}`);
});

test.each([
  ['Së KÕ ho¹ch vµ §Çu t\u00AD', 'Sở Kế hoạch và Đầu tư'],
  ['V¨n phßng §oµn §¹i biÓu Quèc héi tØnh', 'Văn phòng Đoàn Đại biểu Quốc hội tỉnh'],
  ['PHßNG Tµi chÝnh', 'PHÒNG Tài chính'],
  ['Sôû Noäi vuï', 'Sở Nội vụ'],
  ['Vaên phoøng UBND tænh (2024)', 'Văn phòng UBND tỉnh (2024)'],
  ['SÔÛ KEÁ HOAÏCH VAØ ÑAÀU TÖ', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
])('%s → %s', (text, converted) => {
  expect(convertLegacy(text)).toBe(converted);
});

test.each([
  'Sở Nội vụ',
  'Hòa Bình',
  'Giám đốc',
  'và các',
  'Hà Nội',
  'UBND xã',
  'café Müller',
  'naïve façade',
  'Ångström',
  '50µm',
  'TCVN © 2024',
  '§5',
  '½',
  '',
  'Ban Dan toc',
  'Sở ®',
])('left alone: %s', (text) => {
  expect(convertLegacy(text)).toBeNull();
});

test('a unit’s name: a warning at its cell with the converted name, and nothing else changes', () => {
  const { issues, awards } = evaluate(readBook(spoiled({ set: { 'Đơn vị!B4': 'Së Néi vô' } })));
  expect(issues).toMatchObject([
    {
      code: 'legacy-encoding',
      severity: 'warning',
      received: 'Së Néi vô',
      fix: { place: { sheet: 'Đơn vị', row: 3, column: 1 }, value: 'Sở Nội vụ' },
    },
  ]);
  expect(awards.map(({ status }) => status)).toEqual(
    evaluate(readBook(spoiled({}))).awards.map(({ status }) => status),
  );
});
