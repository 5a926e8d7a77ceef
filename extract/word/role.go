package word

import (
	"cmp"
	"slices"
)

// Roles is a set of roles that a whole word can have.
type Roles uint64

// The roles of whole words, in the order of lexicon/data/roles.tsv, which says
// what each means.
const (
	Leading Roles = 1 << iota
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
	Copula
	GoalKind
	Works
	BareNoun
	Step
	Honouring

	// The roles that a token gets by what its text holds.
	Timed      // a word tagged as time that holds a Time
	Remarked   // a bracket that holds a Remark
	EndsInHead // a word of three characters whose last is a NounEnd: 试点区

	// The roles that the corpus shows (lexicon/data/evidence.tsv).
	ShownVerb      // acts on the noun behind it: 取缔非法摊点
	ShownLeaning   // does so more often than not
	ShownName      // is part of the noun's name: 储备土地
	ShownAdverb    // says how a verb behind it is done: 妥善化解积案
	ShownPredicate // at the end of a clause, says what becomes of its noun: 道路通车
	ShownGoverning // a verb whatever its tag: 助力乡村振兴
)

// Has tells whether r holds one of any.
func (r Roles) Has(any Roles) bool { return r&any != 0 }

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
	affixes
)

// whole and parts name the roles as the tables do.
var (
	whole = map[string]Roles{
		"leading": Leading, "own_area": OwnArea, "carrying": Carrying, "acting": Acting,
		"attribute": Attribute, "vague": Vague, "becoming": Becoming, "nominal": Nominal,
		"dropped": Dropped, "generic": Generic, "causing": Causing, "second": Second,
		"actor": Actor, "opening": Opening, "name_verb": NameVerb, "bare_act": BareAct,
		"ending": Ending, "building": Building, "manner": Manner, "unstripped": Unstripped,
		"part": Part, "degree": Degree, "head": Head, "noun_end": NounEnd, "strong": Strong,
		"linking": Linking, "verb_head": VerbHead, "level": Level, "complete": Complete,
		"bare": Bare, "rate": Rate, "opens_growth": OpensGrowth, "opens_change": OpensChange,
		"joint": Joint, "member": Member, "able": Able, "falls_alone": FallsAlone, "comparing": Comparing, "rate_name": RateName,
		"distributive": Distributive, "every_time": EveryTime, "place_end": PlaceEnd, "no_end": NoEnd,
		"no_end_verb": NoEndVerb, "no_start": NoStart, "makes_act": MakesAct, "determiner": Determiner,
		"doing": Doing, "name_ending": NameEnding, "copula": Copula, "goal_kind": GoalKind, "works": Works, "bare_noun": BareNoun, "step": Step, "honouring": Honouring,
	}
	parts = map[string]Affix{
		"time": Time, "remark": Remark, "whole_name": WholeName, "own_head": OwnHead,
		"owned_end": OwnedEnd, "per_output": PerOutput, "output_ratio": OutputRatio,
		"growth_tail": GrowthTail, "naming_tail": NamingTail, "goal_noun": GoalNoun,
		"goal_work": GoalWork, "no_goal": NoGoal, "less_is_better": LessIsBetter,
		"area_prefix": AreaPrefix, "figure_suffix": FigureSuffix,
		"house":  House,
		"adverb": Adverb, "growth": Growth, "reach": Reach, "rank_verb": RankVerb, "side": Side,
		"base_mom": BaseMom, "base_average": BaseAverage, "base_yoy": BaseYoy,
		"base_other": BaseOther, "base_word": BaseWord, "falls": Falls, "wider": Wider, "actor_end": ActorEnd,
		"urging": Urging, "trend": Trend, "goal_opening": GoalOpening,
		"flow": Flow, "outlay": Outlay, "standing": Standing, "holding": Holding, "event": Event,
	}
)

// Names are the names of the roles in r, as roles.tsv has them, in its order.
func (r Roles) Names() []string {
	var names []string
	for name, role := range whole {
		if r.Has(role) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(whole[a], whole[b]) })
	return names
}
