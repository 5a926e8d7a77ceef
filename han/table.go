package han

// Table is a set of characters of the Basic Multilingual Plane, for what every
// character of a report is looked up in: a bit each.
type Table [0x10000 / 64]uint64

// NewTable is the set of the characters of all.
func NewTable(all string) *Table {
	var t Table
	for _, r := range all {
		t[r>>6] |= 1 << (r & 63)
	}
	return &t
}

// Has tells whether r is in the set.
func (t *Table) Has(r rune) bool { return uint32(r) < 0x10000 && t[r>>6]>>(r&63)&1 != 0 }

// withRanges puts ranges into t, each told by its first and its last character.
func (t *Table) withRanges(ends ...rune) *Table {
	for ; len(ends) > 1; ends = ends[2:] {
		for r := ends[0]; r <= ends[1]; r++ {
			t[r>>6] |= 1 << (r & 63)
		}
	}
	return t
}
