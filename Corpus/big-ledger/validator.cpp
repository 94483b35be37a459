#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int count = 0;
    while (!inf.eof()) {
        inf.readToken("0|[1-9][0-9]{0,999}", "a");
        inf.readSpace();
        inf.readToken("[+*]|\\-", "op");
        inf.readSpace();
        inf.readToken("0|[1-9][0-9]{0,999}", "b");
        inf.readEoln();
        count++;
        ensuref(count <= 100, "there are over 100 lines");
    }
    ensuref(count >= 1, "there are no lines");
    inf.readEof();
    return 0;
}
