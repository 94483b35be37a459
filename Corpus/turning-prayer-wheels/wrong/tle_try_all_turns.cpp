// Slow: compares the words letter by letter after every number of steps, O(n^2) for words like aa...ab.
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string s, t;
    while (std::cin >> s >> t) {
        size_t n = s.size(), answer = n;
        if (t.size() == n) {
            for (size_t turn = 0; turn < n && answer == n; turn++) {
                size_t i = 0, j = turn;
                while (i < n && s[j] == t[i]) {
                    i++;
                    if (++j == n) j = 0;
                }
                if (i == n) answer = turn;
            }
        }
        if (answer == n) {
            std::cout << "impossible\n";
        } else {
            std::cout << answer << '\n';
        }
    }
    return 0;
}
