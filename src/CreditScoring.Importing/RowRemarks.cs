using CreditScoring.Documents;

namespace CreditScoring.Importing;

/// <summary>What an import tells of rows, by how many it happened to and where it happened first.</summary>
internal sealed class RowRemarks
{
    public static readonly Wording CodeMended = new(
        "代码中的空格、全角或小写字母已改正", "blanks, wide or small letters of codes were mended");

    public static readonly Wording NumberMasked = new(
        "文字中的公民身份号码已遮盖", "numbers of residents in texts were masked");

    public static readonly Wording Hidden = new("隐藏的行也已读取", "hidden rows were read too");

    private const int MostLines = 5;

    private readonly Dictionary<Wording, (int Count, List<int> Lines)> remarks = [];

    /// <summary>
    /// How many rows each was said of, and the first of them, in the order in which they came up.
    /// </summary>
    public IEnumerable<(Wording What, int Count, IReadOnlyList<int> Lines)> All =>
        remarks.Select(each => (each.Key, each.Value.Count, (IReadOnlyList<int>)each.Value.Lines));

    public int Count => remarks.Values.Sum(each => each.Count);

    public void Add(Wording what, int line, int rows = 1)
    {
        var (count, lines) = remarks.TryGetValue(what, out var known) ? known : (0, []);
        if (lines.Count < MostLines)
        {
            lines.Add(line);
        }

        remarks[what] = (count + rows, lines);
    }
}
