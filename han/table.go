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
