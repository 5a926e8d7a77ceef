// Package table reads what the shape of a table says of its figures: title,
// heads, labels, units, groups, years. It makes a Figure of each cell that it
// understands, and says why it leaves a table out. It knows nothing of prose.
package table
