// Wrong: takes the remainder of the final number only, which has long overflowed by then.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string s, t;
    std::cin >> s >> t;
    int m = int(t.size());
    std::vector<unsigned long long> ways(m + 1);
    ways[0] = 1;
    for (char c : s) {
        for (int j = m; j >= 1; j--) {
            if (t[j - 1] == c) ways[j] += ways[j - 1];
        }
    }
    std::cout << ways[m] % 998244353 << '\n';
    return 0;
}
