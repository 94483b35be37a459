#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int depth = 0;
    for (int line = 1;; line++) {
        ensuref(line <= 100000, "the script has more than 100000 lines");
        std::string word = inf.readToken("ADD|MUL|REPEAT|END|HALT", "word");
        if (word == "ADD" || word == "MUL" || word == "REPEAT") {
            inf.readSpace();
            if (word == "REPEAT") inf.readInt(1, 1000000000, "k");
            else inf.readInt(0, 1000000000, "x");
        }
        inf.readEoln();
        if (word == "REPEAT") depth++;
        if (word == "END") depth--;
        ensuref(depth >= 0, "line %d ends a block that was not opened", line);
        if (word == "HALT") break;
    }
    ensuref(depth == 0, "%d blocks are not closed", depth);
    inf.readEof();
    return 0;
}
