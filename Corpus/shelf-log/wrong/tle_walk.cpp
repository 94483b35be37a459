// Slow: walks to the k-th element of a multiset one by one, O(mk).
#include <cstdio>
#include <iterator>
#include <set>

int main() {
    int m;
    if (scanf("%d", &m) != 1) return 1;
    std::multiset<int> boxes;
    while (m--) {
        char word[8];
        int x;
        if (scanf("%7s %d", word, &x) != 2) return 1;
        if (word[0] == 'A') {
            boxes.insert(x);
        } else if (word[0] == 'D') {
            auto box = boxes.find(x);
            if (box != boxes.end()) boxes.erase(box);
        } else if (x > int(boxes.size())) {
            puts("NONE");
        } else {
            printf("%d\n", *std::next(boxes.begin(), x - 1));
        }
    }
    return 0;
}
