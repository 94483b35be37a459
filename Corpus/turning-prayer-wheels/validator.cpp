#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    size_t total = 0;
    int line = 0;
    do {
        line++;
        for (int word = 0; word < 2; word++) {
            std::string w = inf.readToken();
            if (word == 0) inf.readSpace();
            ensuref(1 <= w.size() && w.size() <= 100000, "line %d: a word has %d letters", line, int(w.size()));
            for (char c : w) ensuref('a' <= c && c <= 'z', "line %d: not a lowercase letter", line);
            total += w.size();
            ensuref(total <= 1000000, "there are over 1000000 letters");
        }
        inf.readEoln();
    } while (!inf.eof());
    inf.readEof();
    return 0;
}
