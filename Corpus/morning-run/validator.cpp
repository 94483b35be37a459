#include "testlib.h"

int minutes(const std::string &clock) {
    return ((clock[0] - '0') * 10 + clock[1] - '0') * 60 + (clock[3] - '0') * 10 + clock[4] - '0';
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const std::string clock = "[0-2][0-9]:[0-5][0-9]";
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readToken("[A-Za-z]{1,12}", "name");
        inf.readSpace();
        std::string from = inf.readToken(clock, "from");
        inf.readSpace();
        std::string to = inf.readToken(clock, "to");
        inf.readEoln();
        ensuref(minutes(from) < minutes(to), "record %d ends before it starts", i);
        ensuref(minutes(to) < 24 * 60, "record %d ends after midnight", i);
    }
    inf.readEof();
    return 0;
}
