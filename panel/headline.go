package panel

// headline is what the panel knows of an indicator with a fixed id.
type headline struct {
	dimension string // of its level; "" where several are usual
	lower     bool   // the lower, the better
	sums      bool   // what is said of several years is their sum, never the last one's
}

// headlines are the indicators that every annual report names.
var headlines = map[string]headline{
	"gdp":                       {dimension: "money"},
	"gdp_per_capita":            {dimension: "money"},
	"primary_industry":          {dimension: "money"},
	"secondary_industry":        {dimension: "money"},
	"tertiary_industry":         {dimension: "money"},
	"industrial_value_added":    {dimension: "money"},
	"public_budget_revenue":     {dimension: "money"},
	"public_budget_expenditure": {dimension: "money"},
	"tax_revenue":               {dimension: "money"},
	"fixed_asset_investment":    {dimension: "money"},
	"real_estate_investment":    {dimension: "money"},
	"retail_sales":              {dimension: "money"},
	"trade":                     {dimension: "money"},
	"exports":                   {dimension: "money"},
	"imports":                   {dimension: "money"},
	"fdi":                       {dimension: "money", sums: true},
	"surveyed_unemployment":     {dimension: "ratio", lower: true},
	"registered_unemployment":   {dimension: "ratio", lower: true},
	"urban_new_jobs":            {dimension: "count", sums: true},
	"cpi":                       {lower: true},
	"income_all":                {dimension: "money"},
	"income_urban":              {dimension: "money"},
	"income_rural":              {dimension: "money"},
	"grain_output":              {dimension: "mass"},
	"rd_intensity":              {dimension: "ratio"},
	"rd_spending":               {dimension: "money"},
	"urbanisation_rate":         {dimension: "ratio"},
	"resident_population":       {dimension: "count"},
	"energy_intensity":          {lower: true},
	"carbon_intensity":          {lower: true},
	"deficit":                   {dimension: "money", lower: true},
	"deficit_ratio":             {dimension: "ratio", lower: true},
}
