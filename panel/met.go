package panel

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// met tells whether a result meets its goal, nil where that cannot be said.
//
// A goal with ge is met by what is not below it, one with le by what is not
// above it; of a decline the bound speaks of its size, so -3.2 meets 下降3%以上.
// Any other goal is met by what is as good or better: at least the goal (a
// range's lower end), or at most the goal (its upper end) where the lower is
// the better: unemployment, prices, intensities, deficit, and whatever is
// 控制在. For a goal with 左右 the result is rounded to the goal's digits first:
// 4.6 meets 5%左右 and misses 5%. A result that is a bound itself (突破3万亿元)
// meets or misses a goal only where every number within it does.
func met(indicator string, goal, result figure) *bool {
	from, to := goal.span()
	slack := 0.0
	if goal.bound == "approx" {
		slack = goal.step() / 2
	}
	switch {
	case goal.bound == "ge", goal.bound == "le":
	case headlines[indicator].lower, strings.Contains(goal.modifier, "控制"):
		from, to = math.Inf(-1), to+slack
	default:
		from, to = from-slack, math.Inf(1)
	}
	low, high := result.span()
	yes := low >= from && high <= to
	if !yes && high >= from && low <= to {
		return nil
	}
	return &yes
}

// span is the lowest and the highest number that a figure speaks of.
func (f figure) span() (low, high float64) {
	low, high = *f.value, *f.value
	if f.low != nil && f.high != nil {
		low, high = min(*f.low, *f.high), max(*f.low, *f.high)
	}
	switch up := f.bound == "ge"; {
	case f.bound != "ge" && f.bound != "le":
	case up == (*f.value >= 0):
		high = math.Inf(1)
	default:
		low = math.Inf(-1)
	}
	return low, high
}

// step is one of the last digit that a figure is written with: 0.1 for 5.5%,
// 1e8 for 3200亿元, 0 where it is not written in digits.
func (f figure) step() float64 {
	quote := norm.NFKC.String(f.quote)
	n := 0
	for n < len(quote) && strings.IndexByte("0123456789.,", quote[n]) >= 0 {
		n++
	}
	digits := strings.ReplaceAll(quote[:n], ",", "")
	written, err := strconv.ParseFloat(digits, 64)
	if err != nil || written == 0 {
		return 0
	}
	step := math.Abs(*f.value) / written
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		step /= math.Pow10(len(decimals))
	}
	return step
}
