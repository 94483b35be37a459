#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int q = inf.readInt(1, 200000, "Q");
    inf.readEoln();
    long long people = 0;
    int questions = 0;
    for (int i = 1; i <= q; i++) {
        int kind = inf.readInt(1, 3, "kind");
        if (kind != 3) {
            inf.readSpace();
            int c = inf.readInt(1, 1000000000, "c");
            if (kind == 1) {
                inf.readSpace();
                inf.readInt(0, 1000000000, "x");
                people += c;
            } else {
                ensuref(c <= people, "query %d: only %lld people are in the queue", i, people);
                people -= c;
            }
        }
        inf.readEoln();
        if (kind != 1) questions++;
    }
    inf.readEof();
    ensuref(questions > 0, "there is no query of the second or the third kind");
    return 0;
}
