// Package reporttest writes one known report in every format, encoding and
// damage that zhibiao reads or refuses, so that tests need no files of others
// and no office programs.
package reporttest
