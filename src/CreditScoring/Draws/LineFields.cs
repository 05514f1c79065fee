using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>What is wrong with a line, and in which column it begins.</summary>
public sealed record LineFlaw(string Name, int Column, Wording What, Wording Mend)
{
    public Flaw At(string file, int line) => new(Name, new Place(file, line, Column), What, Mend);

    /// <summary>What has one line already has another.</summary>
    public static LineFlaw Twice(string id) => new(
        "listed-twice", 1, new Wording($"{id} 已列过", $"{id} is listed already"),
        new Wording("每个只列一行", "list each once"));
}

/// <summary>The fields of a line with tabs between, and what is asked of each.</summary>
internal sealed class LineFields
{
    private readonly string[] fields;
    private readonly bool frozen;

    private LineFields(string[] fields, bool frozen)
    {
        this.fields = fields;
        this.frozen = frozen;
    }

    public string this[int place] => fields[place];

    /// <param name="line">Without its end.</param>
    /// <param name="most">Fields that a line has.</param>
    /// <param name="least">Fields that may not be left out at its end.</param>
    /// <param name="frozen">Whether all must be there.</param>
    public static LineFields? Of(string line, int most, int least, bool frozen, out LineFlaw? flaw)
    {
        var fields = line.Split('\t');
        flaw = fields.Length <= most && fields.Length >= (frozen ? most : least) ? null : new LineFlaw(
            "columns-differ", 1,
            new Wording(
                $"此行有 {fields.Length} 栏，应为 {most} 栏",
                $"this line has {fields.Length} fields and should have {most}"),
            new Wording("各栏之间用一个制表符隔开，空的栏也留着制表符", "put one tab between fields, also where one is empty"));
        return flaw is null
            ? new LineFields([.. fields, .. Enumerable.Repeat("", most - fields.Length)], frozen) : null;
    }

    /// <summary>An id, which may not be empty.</summary>
    public LineFlaw? Id(int place) => Checked(place, DrawText.FlawOfId);

    /// <summary>A word, or nothing.</summary>
    public LineFlaw? Word(int place) =>
        Checked(place, text => text.Length == 0 ? null : DrawText.FlawOfId(text));

    /// <summary>
    /// Words with commas between, each once and sorted; put so where that is still possible.
    /// </summary>
    public LineFlaw? List(int place)
    {
        var words = fields[place].Length == 0 ? [] : fields[place].Split(',');
        var sorted = string.Join(',', words.Distinct().Order(OctetOrder.Instance));
        if (frozen && sorted != fields[place])
        {
            return Found(place,
                new Wording("各项没有排好，或有重复", "its items are not sorted, or one is there twice"));
        }

        fields[place] = sorted;
        return words.Select(word => Checked(place, _ => DrawText.FlawOfId(word)))
            .FirstOrDefault(flaw => flaw is not null);
    }

    public LineFlaw? Checked(int place, Func<string, Wording?> flawOf) =>
        flawOf(fields[place]) is { } what ? Found(place, what) : null;

    private LineFlaw Found(int place, Wording what) => new(
        "line-invalid", 1 + fields.Take(place).Sum(field => field.Length + 1),
        new Wording($"第 {place + 1} 栏：{what.Zh}", $"field {place + 1}: {what.En}"),
        new Wording("改正这一栏", "put this field right"));
}
