// Wrong: looks for t in s written twice, without asking whether the words have the same length.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string s, t;
    while (std::cin >> s >> t) {
        std::string text = t + '#' + s + s;
        std::vector<int> border(text.size());
        int answer = -1;
        for (size_t i = 1; i < text.size() && answer == -1; i++) {
            int k = border[i - 1];
            while (k > 0 && text[k] != text[i]) k = border[k - 1];
            border[i] = k + (text[k] == text[i]);
            if (border[i] == int(t.size())) answer = int(i - 2 * t.size());
        }
        if (answer == -1) {
            std::cout << "impossible\n";
        } else {
            std::cout << answer << '\n';
        }
    }
    return 0;
}
