package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zhibiao/dataset"
	"zhibiao/export"
	"zhibiao/lexicon"
)

// filterFlags are the flags by which panel and export choose facts.
type filterFlags struct {
	dataset.Filter
	Years string
}

func (f *filterFlags) addFlags(flags *pflag.FlagSet) {
	flags.StringSliceVar(&f.Indicators, "indicator", nil, "only these indicators, by id or Chinese name: gdp,cpi")
	flags.StringSliceVar(&f.Statuses, "status", nil, "only these: actual, estimate, target")
	flags.StringSliceVar(&f.Measures, "measure", nil, "only these: level, growth, change, multiple, rank")
	flags.StringSliceVar(&f.Scopes, "scope", nil, "only these: whole, part, elsewhere")
	flags.BoolVar(&f.Headline, "headline", false, "only facts that stand for their indicator in their document")
	flags.Float64Var(&f.MinConfidence, "min-confidence", 0, "only facts of this confidence and more")
	f.addPlaceFlags(flags)
}

// addPlaceFlags are those that choose documents as well.
func (f *filterFlags) addPlaceFlags(flags *pflag.FlagSet) {
	flags.StringSliceVar(&f.Regions, "region", nil, "only these regions, by name or code; 31 or 3101 takes in all within")
	flags.StringSliceVar(&f.Levels, "level", nil, "only these: national, province, prefecture, county, township")
	flags.StringVar(&f.Years, "years", "", "only these report years: 2001-2010, 2001- or 2001")
}

// finalize reads the years and refuses values that no column has.
func (f *filterFlags) finalize() error {
	if f.Years != "" {
		var err error
		if f.From, f.To, err = dataset.ParseYears(f.Years); err != nil {
			return &usageError{err}
		}
	}
	if err := f.Validate(); err != nil {
		return &usageError{err}
	}
	return f.findNames()
}

// findNames adds the codes of regions that are named as people do (上海,
// 保定易县) and the ids of indicators by their other names (国内生产总值). What is
// no such name stays as it is and matches itself.
func (f *filterFlags) findNames() error {
	if len(f.Regions)+len(f.Indicators) == 0 {
		return nil
	}
	l, err := lexicon.Load("")
	if err != nil {
		return err
	}
	for _, name := range f.Regions {
		if r, ok := l.Regions().Find(name, "", 0); ok {
			f.Regions = append(f.Regions, r.Code)
		}
	}
	for _, i := range l.Indicators {
		if slices.ContainsFunc(i.Aliases, func(name string) bool { return slices.Contains(f.Indicators, name) }) {
			f.Indicators = append(f.Indicators, i.ID)
		}
	}
	return nil
}

// checkOut refuses a file to write whose ending is no format of the command,
// or whose folder is not there.
func checkOut(path string, formats ...export.Format) error {
	if export.FormatOf(path, formats...) == "" {
		names := make([]string, len(formats))
		for i, f := range formats {
			names[i] = string(f)
		}
		last := len(names) - 1
		return usage("usage.out_format", path, strings.Join(names[:last], ", "), names[last])
	}
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return usage("usage.no_folder", path, filepath.Dir(path))
	}
	return nil
}

// checkFolder refuses a folder that holds none of a table.
func checkFolder(dir, table string) error {
	years, err := dataset.Years(dir, table)
	if err != nil {
		return err
	}
	if len(years) == 0 {
		return usage("usage.no_table", dir, table)
	}
	return nil
}
