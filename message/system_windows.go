package message

import "golang.org/x/sys/windows"

// systemLocale is the language that Windows shows itself in, as zh-CN; "" where
// it does not say.
func systemLocale() string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(names) == 0 {
		return ""
	}
	return names[0]
}
