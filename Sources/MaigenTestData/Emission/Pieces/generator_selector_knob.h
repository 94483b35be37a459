// A choice among words: random, cyclic, blocks or only:WORD.
struct SelectorKnob : Knob {
    vector<string> words;
    string shape = "random";
    string onlyWord;

    SelectorKnob(const string& name, const vector<string>& words) : Knob(name), words(words) {}

    bool set(const string& setting) override {
        shape = setting;
        if (setting.compare(0, 5, "only:") != 0) return isOneOf(setting, "random cyclic blocks");
        shape = "only";
        onlyWord = setting.substr(5);
        return find(words.begin(), words.end(), onlyWord) != words.end();
    }

    // Begins a run of choices.
    void start(long long choiceCount) {
        count = max(choiceCount, 1LL);
        work += choiceCount;
    }

    // The word at a position (from 0) of the run.
    const string& draw(long long position, int attempt = 0) const {
        long long size = words.size();
        if (attempt >= TRIES / 4 || shape == "random") return words[rnd.next(size)];
        if (shape == "cyclic") return words[position % size];
        if (shape == "blocks") return words[min(size - 1, position * size / count)];
        return *find(words.begin(), words.end(), onlyWord);
    }

private:
    long long count = 1;
};
