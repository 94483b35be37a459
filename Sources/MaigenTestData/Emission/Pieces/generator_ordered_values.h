// Puts values in order where every position has its own bounds: a value that would break the order moves to the
// nearest one that keeps it. gap is 1 where the order is strict.
bool putInOrder(vector<long long>& values, vector<long long> least, vector<long long> greatest, int gap) {
    int n = values.size();
    for (int i = 1; i < n; i++) least[i] = max(least[i], least[i - 1] + gap);
    for (int i = n - 2; i >= 0; i--) greatest[i] = min(greatest[i], greatest[i + 1] - gap);
    for (int i = 0; i < n; i++) {
        if (least[i] > greatest[i]) return reject("an ordered list within its bounds");
        values[i] = min(max(values[i], least[i]), greatest[i]);
        if (i > 0) values[i] = max(values[i], values[i - 1] + gap);
    }
    return true;
}
