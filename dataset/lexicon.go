package dataset

// Lexicon returns the hash of the lexicon that the facts under dir were made
// with, "" where they were made with several.
func Lexicon(dir string) (string, error) {
	folder, err := Open(dir)
	if err != nil {
		return "", err
	}
	return folder.Lexicon(), folder.Close()
}
