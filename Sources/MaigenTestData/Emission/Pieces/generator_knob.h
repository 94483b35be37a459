// One thing that the command line decides: name=setting.
struct Knob {
    string name;
    // Whether the command line named the knob.
    bool isSet = false;

    Knob(const string& name);
    virtual ~Knob() {}
    // Takes a setting; false where the knob has no such setting.
    virtual bool set(const string& setting) = 0;
};

// All knobs of this program, in order.
vector<Knob*> allKnobs;

Knob::Knob(const string& name) : name(name) { allKnobs.push_back(this); }

// Reads "strategy [name=setting ...] seed". The seed is part of the arguments from which testlib seeds rnd.
void readCommandLine(int argc, char* argv[]) {
    if (argc < 3) fail(2, string("usage: ") + argv[0] + " <strategy> [name=setting ...] <seed>");
    string seed = argv[argc - 1];
    if (seed.empty() || seed.find_first_not_of("0123456789") != string::npos)
        fail(2, "the last argument is the seed, a whole number, not \"" + seed + "\"");
    for (int i = 2; i + 1 < argc; i++) {
        string argument = argv[i];
        size_t sign = argument.find('=');
        string name = argument.substr(0, sign);
        string setting = sign == string::npos ? "" : argument.substr(sign + 1);
        auto knob = find_if(allKnobs.begin(), allKnobs.end(), [&](Knob* k) { return k->name == name; });
        if (knob == allKnobs.end()) fail(2, "there is no knob \"" + name + "\"");
        if (!(*knob)->set(setting)) fail(2, "the knob \"" + name + "\" has no setting \"" + setting + "\"");
        (*knob)->isSet = true;
    }
}

// Whether a list of words separated by spaces holds the word.
bool isOneOf(const string& word, const string& words) {
    return !word.empty() && word.find(' ') == string::npos && (" " + words + " ").find(" " + word + " ") != string::npos;
}
