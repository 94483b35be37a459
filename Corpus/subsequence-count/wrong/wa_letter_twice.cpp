// Wrong: goes through T from the left, so one letter of S can stand for two equal neighbours in T.
#include <iostream>
#include <string>
#include <vector>

int main() {
    const int mod = 998244353;
    std::string s, t;
    std::cin >> s >> t;
    int m = int(t.size());
    std::vector<int> ways(m + 1);
    ways[0] = 1;
    for (char c : s) {
        for (int j = 1; j <= m; j++) {
            if (t[j - 1] == c) ways[j] = (ways[j] + ways[j - 1]) % mod;
        }
    }
    std::cout << ways[m] << '\n';
    return 0;
}
