// Package lexicon loads and checks the tables that researchers edit: units,
// classifiers, modifiers, period words, non-quantities, indicators, the words of
// the rules with their roles, regions.
package lexicon

// Lexicon is every table, loaded and checked. It is immutable.
type Lexicon struct {
	Units         []Unit
	Classifiers   []Classifier
	Modifiers     []Modifier
	NonQuantities []NonQuantity
	Periods       []Period
	Indicators    []Indicator
	Roles         []Role
	Terms         []Term
	Several       []Several
	Spellings     []Spelling
	Hash          string // of all tables, hex

	regions   *Regions
	uses      map[string]Use
	compounds map[[2]string]bool
}

// Row is where an entry stands and the sentence that tests it.
type Row struct {
	File    string
	Line    int
	Example string

	columns []int // where each of its table's columns starts in the line
}

// Unit is a unit of measurement: 平方米, 万元 is 万 + 元, 千瓦 is one unit.
type Unit struct {
	Row
	Name      string   // canonical, what Fact.Unit holds: 平方米
	Aliases   []string // other ways to write it: ㎡, 平米, m2
	Dimension string   // money, ratio, area, length, mass, volume, energy, power, time, …
	SIFactor  string   // exact decimal or fraction; one Name is so many SIUnit; empty for money
	SIUnit    string   // m², kg, J; empty for money
}

// Classifier is a measure word that counts things: 家, 户, 幢.
type Classifier struct {
	Row
	Name string
	// Weak classifiers (大, 级, 方面, 重) list or name more often than they
	// count; a small Chinese numeral before them makes no fact.
	Weak bool
	// Noun: the classifier itself says what is counted (人, 人次, 国, 市, 省).
	Noun bool
}

// Modifier bounds a quantity from before or behind it.
type Modifier struct {
	Row
	Text  string // 不低于; with … for the quantity's place where it has two parts: 控制在…以内
	Side  string // before, after, around
	Bound string // approx, ge, le
}

// NonQuantity is a name or idiom that holds a numeral but measures nothing.
type NonQuantity struct {
	Row
	Text   string // literal, or a regexp2 pattern between slashes: /国道\d+/
	Reason string // name, ordinal, idiom, date, document_number, …
}

// Period is a word that sets a period: 去年, 上半年, “十四五”期间.
type Period struct {
	Row
	Text string // literal, or a regexp2 pattern between slashes
	// Expect is the period in terms of the report's year Y: Y-1, Y, Y-1-H1,
	// Y-1-Q1, Y-1-03, 2021/2025, Y-5/Y-1. $1 and $2 stand for the groups of a
	// pattern: a year as written (four digits, or the last two) or a month.
	Expect string
}

// Indicator is a statistical indicator with a fixed id.
type Indicator struct {
	Row
	ID        string
	Name      string   // as the National Bureau of Statistics writes it
	Aliases   []string // other names, older names
	Dimension string   // of its level: money, ratio, count, mass, …
	Topic     string   // economy, fiscal, trade, employment, income, …
	English   string
}

// Role is what a word of the rules can be: an acting verb, an attribute.
type Role struct {
	Row
	Name    string // as words.tsv writes it
	Match   string // where the word stands in what is asked about: word, start, end, inside, before
	Meaning string
}

// Term is a word that the rules know, with all its roles.
type Term struct {
	Row
	Text  string
	Roles []string // names of Roles
}

// Several is a word that holds several names: 城乡居民.
type Several struct {
	Row
	Name  string
	Holds []string
}

// Spelling is a way to write what an indicator's name writes otherwise.
type Spelling struct {
	Row
	Text string
	As   string
}

// Word is an entry as a user word for a segmenter.
type Word struct {
	Text string
	Pos  string // Jieba's tags: n, q
}
