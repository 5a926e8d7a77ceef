package lexicon

// Region is one unit of GB/T 2260, of today or of its time.
type Region struct {
	Code  string // six digits
	Name  string // official name: 静安区
	Level string // national, province, prefecture, county, township
}

// Regions finds regions by name.
type Regions struct {
	text string   // the embedded table
	user []record // rows of the user's
}

// Regions is the table of regions, read when it is first asked.
func (l *Lexicon) Regions() *Regions { return l.regions }

func (r *Regions) check() Problems     { return nil }
func (r *Regions) malformed() Problems { return nil }
