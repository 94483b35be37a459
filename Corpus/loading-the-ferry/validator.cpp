#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    inf.readInt(1, 100, "L");
    inf.readEoln();
    int cars = 0;
    while (true) {
        int c = inf.readInt(0, 3000, "c");
        inf.readEoln();
        if (c == 0) break;
        cars++;
        ensuref(c >= 100, "car %d is shorter than one metre", cars);
        ensuref(cars <= 1000, "there are more than 1000 cars");
    }
    ensuref(cars >= 1, "there is no car");
    inf.readEof();
    return 0;
}
