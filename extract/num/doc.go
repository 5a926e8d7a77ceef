// Package num reads numerals, in digits and in Chinese: 1,500, 1.2万亿, 三千二百,
// 两三, 七点九. Runes in, a lang.Numeral out, in exact decimal arithmetic.
package num
