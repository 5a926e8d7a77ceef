package report

// Region is one unit of GB/T 2260, of today or of its time.
type Region struct {
	Code  string // six digits
	Name  string // official name: 静安区
	Level string // national, province, prefecture, county, township
}

// RegionFinder resolves names to regions; package lexicon implements it.
type RegionFinder interface {
	// FindRegion resolves a name as written (上海市静安区, 静安区, 保定易县, 京),
	// preferring units inside the region of code within, if that is not empty,
	// and units that existed in the given year, if that is not zero.
	// ok is false where the name is unknown or ambiguous.
	FindRegion(name, within string, year int) (r Region, ok bool)
	// ScanRegions returns the regions named in a short text (a title, a file
	// name, a headline), in order of appearance, longest names first at each
	// place, children resolved within the parents before them.
	ScanRegions(text string, year int) []Region
}
