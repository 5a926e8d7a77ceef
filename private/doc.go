// Package private keeps files that only the user may have written. A cache may
// lie where several users write (a shared XDG_CACHE_HOME), and what is read from
// it is believed: a dictionary, compiled code. So a folder or file of another
// user, or one that others may write, is refused, and so is what is no regular
// file: to open a FIFO would wait for ever.
package private
