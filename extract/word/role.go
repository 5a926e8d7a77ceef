package word

// Role is a role of a whole word.
type Role uint8

// The roles of whole words, in the order of lexicon/data/roles.tsv, which says
// what each means.
const (
	Leading Role = iota
	OwnArea
	Carrying
	Acting
	Attribute
	Vague
	Becoming
	Nominal
	Dropped
	Generic
	Causing
	Second
	Actor
	Opening
	NameVerb
	BareAct
	Ending
	Building
	Manner
	Unstripped
	Part
	Degree
	Head
	NounEnd
	Strong
	Linking
	VerbHead
	Level
	Complete
	Bare
	Rate
	OpensGrowth
	OpensChange
	Joint
	Member
	FallsAlone
	Comparing
	RateName
	Able
	Distributive
	EveryTime
	PlaceEnd
	NoEnd
	NoEndVerb
	NoStart
	MakesAct
	Determiner
	Doing
	NameEnding
	Works
	Step
	Honouring
	BareNoun
	Benefiting
	Copula
	GoalKind
	Assessing
	Winning
	Circumstance
	Describing
	Means
	Basing
	Stating
	ShareName
	Some
	Employing
	SpentOn
	PerHead
	Funding
	LikeClassifier
	OfReport
	TagNoun
	TagAttribute
	TagVerbal
	TagPreposition
	TagAdverb
	OneWord
	UserWord // the segmenter is told it, and no rule asks
	Reason
	GoingOn
	Furthering
	Predicating

	// The roles that a token gets by what its text holds.
	Timed      // a word tagged as time that holds a Time
	Remarked   // a bracket that holds a Remark
	Composed   // a word of four characters or more that may be a verb and what it acts on
	EndsInHead // a word of three characters whose last is a NounEnd: 试点区

	// The roles that the corpus shows (lexicon/data/evidence.tsv).
	ShownVerb      // acts on the noun behind it: 取缔非法摊点
	ShownLeaning   // does so more often than not
	ShownName      // is part of the noun's name: 储备土地
	ShownAdverb    // says how a verb behind it is done: 妥善化解积案
	ShownPredicate // at the end of a clause, says what becomes of its noun: 道路通车
	ShownGoverning // a verb whatever its tag: 助力乡村振兴
	ShownNaming    // makes a name with some nouns behind it: 改造项目
	ShownNamed     // is such a noun

	// The roles of parts of words with the role OneWord.
	OpensOne
	EndsOne
	roles
)

// Roles is a set of roles.
type Roles [roles/64 + 1]uint64

// With is r with one role more.
func (r Roles) With(a Role) Roles {
	r[a/64] |= 1 << (a % 64)
	return r
}

// Has tells whether r holds one of the roles.
func (r Roles) Has(one ...Role) bool {
	for _, a := range one {
		if r[a/64]&(1<<(a%64)) != 0 {
			return true
		}
	}
	return false
}

// Set is the set of the roles.
func Set(all ...Role) Roles {
	var r Roles
	for _, a := range all {
		r = r.With(a)
	}
	return r
}

// Meet tells whether r and other have a role in common.
func (r Roles) Meet(other Roles) bool {
	for i := range r {
		if r[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

// Names are the names of the roles in r, as roles.tsv has them, in its order.
func (r Roles) Names() []string {
	var names []string
	for a, name := range whole {
		if r.Has(Role(a)) {
			names = append(names, name)
		}
	}
	return names
}

// Affix is a role of what a longer text begins with, ends in or holds.
type Affix uint8

// The roles of parts, in the order of lexicon/data/roles.tsv.
const (
	Time Affix = iota
	Remark
	WholeName
	OwnHead
	OwnedEnd
	PerOutput
	OutputRatio
	GrowthTail
	NamingTail
	GoalNoun
	GoalWork
	NoGoal
	LessIsBetter
	AreaPrefix
	FigureSuffix
	House
	Adverb
	Growth
	Reach
	RankVerb
	Side
	BaseMom
	BaseAverage
	BaseYoy
	BaseOther
	BaseWord
	Falls
	Wider
	ActorEnd
	Urging
	Trend
	GoalOpening
	Flow
	Outlay
	Standing
	Holding
	Event
	Matter
	Stage
	Finishing
	GoalName
	AgainstGoal
	Outcome
	PlanPart
	Intending
	Aiming
	Forecast
	Foreseen
	Existing
	People
	Newly
	Total
	FirstLot
	Spreading
	Summing
	AmountEnd
	Progress
	Basis
	BasisEnd
	NoTown
	AreaKind
	BindsBelow
	BindsAbove
	Rises
	Roughly
	HowLong
	ChangesTime
	Sized
	Laid
	CountsBare
	RankArea
	RankSign
	TakesPlace
	HoldsPlace
	LastYear
	Record
	AsBase
	OverYears
	WithinYears
	ComingTo
	ReachedBy
	Between
	PlanNoun
	BasisWithin
	Fund
	affixes
)

// The names of the roles in the tables.
var (
	whole = [...]string{
		Leading:        "leading",
		OwnArea:        "own_area",
		Carrying:       "carrying",
		Acting:         "acting",
		Attribute:      "attribute",
		Vague:          "vague",
		Becoming:       "becoming",
		Nominal:        "nominal",
		Dropped:        "dropped",
		Generic:        "generic",
		Causing:        "causing",
		Second:         "second",
		Actor:          "actor",
		Opening:        "opening",
		NameVerb:       "name_verb",
		BareAct:        "bare_act",
		Ending:         "ending",
		Building:       "building",
		Manner:         "manner",
		Unstripped:     "unstripped",
		Part:           "part",
		Degree:         "degree",
		Head:           "head",
		NounEnd:        "noun_end",
		Strong:         "strong",
		Linking:        "linking",
		VerbHead:       "verb_head",
		Level:          "level",
		Complete:       "complete",
		Bare:           "bare",
		Rate:           "rate",
		OpensGrowth:    "opens_growth",
		OpensChange:    "opens_change",
		Joint:          "joint",
		Member:         "member",
		FallsAlone:     "falls_alone",
		Comparing:      "comparing",
		RateName:       "rate_name",
		Able:           "able",
		Distributive:   "distributive",
		EveryTime:      "every_time",
		PlaceEnd:       "place_end",
		NoEnd:          "no_end",
		NoEndVerb:      "no_end_verb",
		NoStart:        "no_start",
		MakesAct:       "makes_act",
		Determiner:     "determiner",
		Doing:          "doing",
		NameEnding:     "name_ending",
		Works:          "works",
		Step:           "step",
		Honouring:      "honouring",
		BareNoun:       "bare_noun",
		Benefiting:     "benefiting",
		Copula:         "copula",
		GoalKind:       "goal_kind",
		Assessing:      "assessing",
		Winning:        "winning",
		Circumstance:   "circumstance",
		Describing:     "describing",
		Means:          "means",
		Basing:         "basing",
		Stating:        "stating",
		ShareName:      "share_name",
		Some:           "some",
		Employing:      "employing",
		SpentOn:        "spent_on",
		PerHead:        "per_head",
		Funding:        "funding",
		LikeClassifier: "like_classifier",
		OfReport:       "of_report",
		TagNoun:        "tag_noun",
		TagAttribute:   "tag_attribute",
		TagVerbal:      "tag_verbal",
		TagPreposition: "tag_preposition",
		TagAdverb:      "tag_adverb",
		OneWord:        "one_word",
		UserWord:       "user_word",
		Reason:         "reason",
		GoingOn:        "going_on",
		Furthering:     "furthering",
		Predicating:    "predicating",
	}
	parts = [...]string{
		Time:         "time",
		Remark:       "remark",
		WholeName:    "whole_name",
		OwnHead:      "own_head",
		OwnedEnd:     "owned_end",
		PerOutput:    "per_output",
		OutputRatio:  "output_ratio",
		GrowthTail:   "growth_tail",
		NamingTail:   "naming_tail",
		GoalNoun:     "goal_noun",
		GoalWork:     "goal_work",
		NoGoal:       "no_goal",
		LessIsBetter: "less_is_better",
		AreaPrefix:   "area_prefix",
		FigureSuffix: "figure_suffix",
		House:        "house",
		Adverb:       "adverb",
		Growth:       "growth",
		Reach:        "reach",
		RankVerb:     "rank_verb",
		Side:         "side",
		BaseMom:      "base_mom",
		BaseAverage:  "base_average",
		BaseYoy:      "base_yoy",
		BaseOther:    "base_other",
		BaseWord:     "base_word",
		Falls:        "falls",
		Wider:        "wider",
		ActorEnd:     "actor_end",
		Urging:       "urging",
		Trend:        "trend",
		GoalOpening:  "goal_opening",
		Flow:         "flow",
		Outlay:       "outlay",
		Standing:     "standing",
		Holding:      "holding",
		Event:        "event",
		Matter:       "matter",
		Stage:        "stage",
		Finishing:    "finishing",
		GoalName:     "goal_name",
		AgainstGoal:  "against_goal",
		Outcome:      "outcome",
		PlanPart:     "plan_part",
		Intending:    "intending",
		Aiming:       "aiming",
		Forecast:     "forecast",
		Foreseen:     "foreseen",
		Existing:     "existing",
		People:       "people",
		Newly:        "newly",
		Total:        "total",
		FirstLot:     "first_lot",
		Spreading:    "spreading",
		Summing:      "summing",
		AmountEnd:    "amount_end",
		Progress:     "progress",
		Basis:        "basis",
		BasisEnd:     "basis_end",
		NoTown:       "no_town",
		AreaKind:     "area_kind",
		BindsBelow:   "binds_below",
		BindsAbove:   "binds_above",
		Rises:        "rises",
		Roughly:      "roughly",
		HowLong:      "how_long",
		ChangesTime:  "changes_time",
		Sized:        "sized",
		Laid:         "laid",
		CountsBare:   "counts_bare",
		RankArea:     "rank_area",
		RankSign:     "rank_sign",
		TakesPlace:   "takes_place",
		HoldsPlace:   "holds_place",
		LastYear:     "last_year",
		Record:       "record",
		AsBase:       "as_base",
		OverYears:    "over_years",
		WithinYears:  "within_years",
		ComingTo:     "coming_to",
		ReachedBy:    "reached_by",
		Between:      "between",
		PlanNoun:     "plan_noun",
		BasisWithin:  "basis_within",
		Fund:         "fund",
	}
)
