package panel

import (
	"fmt"
	"testing"
)

func TestMet(t *testing.T) {
	fig := func(v float64, quote, bound string) figure { return figure{value: &v, quote: quote, bound: bound} }
	ends := func(low, high float64) figure {
		v := (low + high) / 2
		return figure{value: &v, low: &low, high: &high, quote: fmt.Sprintf("%v%%—%v%%", low, high), bound: "range"}
	}
	held := func(f figure) figure { f.modifier = "控制在"; return f }
	for _, c := range []struct {
		indicator    string
		goal, result figure
		want         string
	}{
		{"gdp", fig(5, "5%", "eq"), fig(5, "5.0%", "eq"), "true"},
		{"gdp", fig(5, "5%", "eq"), fig(4.9, "4.9%", "eq"), "false"},
		{"gdp", fig(5, "5%", "approx"), fig(4.6, "4.6%", "eq"), "true"},
		{"gdp", fig(5, "5%", "approx"), fig(4.4, "4.4%", "eq"), "false"},
		{"gdp", fig(5.5, "5.5%", "approx"), fig(5.4, "5.4%", "eq"), "false"},
		{"gdp", fig(5.5, "5.5%", "approx"), fig(7, "7%", "eq"), "true"},
		{"gdp", fig(6, "6%", "ge"), fig(5.99, "5.99%", "eq"), "false"},
		{"gdp", ends(5, 5.5), fig(5.2, "5.2%", "eq"), "true"},
		{"gdp", ends(5, 5.5), fig(6, "6%", "eq"), "true"},
		{"gdp", ends(5, 5.5), fig(4.9, "4.9%", "eq"), "false"},
		{"gdp", fig(3e12, "3万亿元", "ge"), fig(3e12, "3万亿元", "ge"), "true"},
		{"gdp", fig(3.2e12, "3.2万亿元", "ge"), fig(3e12, "3万亿元", "ge"), "<nil>"},
		{"gdp", fig(3e12, "3万亿元", "eq"), fig(2.9e12, "2.9万亿元", "le"), "false"},
		{"surveyed_unemployment", fig(5.5, "5.5%", "approx"), fig(5.2, "5.2%", "eq"), "true"},
		{"surveyed_unemployment", fig(5.5, "5.5%", "approx"), fig(5.6, "5.6%", "eq"), "false"},
		{"registered_unemployment", fig(3, "3%", "le"), fig(2.5, "2.5%", "le"), "true"},
		{"registered_unemployment", fig(2.8, "2.8%", "le"), fig(3, "3%", "le"), "<nil>"},
		{"cpi", fig(3, "3%", "approx"), fig(2.1, "2.1%", "eq"), "true"},
		{"cpi", fig(3, "3%", "approx"), fig(5.4, "5.4%", "eq"), "false"},
		{"energy_intensity", fig(-3, "3%", "ge"), fig(-3.2, "3.2%", "eq"), "true"},
		{"energy_intensity", fig(-3, "3%", "ge"), fig(-2.9, "2.9%", "eq"), "false"},
		{"energy_intensity", fig(-4.25, "4.25%", "eq"), fig(-4.25, "4.25%", "ge"), "true"},
		{"pm25", held(fig(30, "30微克", "eq")), fig(28, "28微克", "eq"), "true"},
		{"pm25", held(fig(30, "30微克", "eq")), fig(31, "31微克", "eq"), "false"},
	} {
		got := "<nil>"
		if m := met(c.indicator, c.goal, c.result); m != nil {
			got = fmt.Sprint(*m)
		}
		if got != c.want {
			t.Errorf("%s: goal %s %s, result %s %s: got %s, want %s", c.indicator, c.goal.bound, c.goal.quote, c.result.bound, c.result.quote, got, c.want)
		}
	}
}

func TestStep(t *testing.T) {
	for _, c := range []struct {
		quote       string
		value, want float64
	}{
		{"5%", 5, 1},
		{"5．5％", 5.5, 0.1},
		{"-3.25%", -3.25, 0}, // a sign is not how reports write it
		{"3200亿元", 3200e8, 1e8},
		{"1.05万亿元", 1.05e12, 1e10},
		{"1,500家", 1500, 1},
		{"六成", 60, 0},
		{"0%", 0, 0},
		{"", 3, 0},
	} {
		if got := (figure{quote: c.quote, value: &c.value}).step(); got < c.want*0.999999 || got > c.want*1.000001 {
			t.Errorf("%s: got %v, want %v", c.quote, got, c.want)
		}
	}
}
