namespace CreditScoring.Documents;

/// <summary>How grave a flaw is: only an <see cref="Error"/> stops a pack or an event.</summary>
public enum Severity
{
    /// <summary>Something a bureau has yet to fill in, or that is good to know.</summary>
    Notice,

    /// <summary>Probably not what the author means.</summary>
    Warning,

    /// <summary>Cannot be used as it stands.</summary>
    Error,
}

/// <summary>
/// What is wrong with a text that somebody wrote: a stable name (kebab-case; it has its own section
/// in rules/README.md), the place, what is wrong, and how to mend it.
/// </summary>
public sealed record Flaw(string Name, Place Place, Wording What, Wording Mend)
{
    /// <summary>How grave; an error unless said otherwise.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The two lines a person reads: <c>file:line:col: name: what</c>, then the mend.</summary>
    public string In(string language) =>
        $"{Place}: {Name}: {What.In(language)}{MendLabel(language)}{Mend.In(language)}";

    public override string ToString() => In("en");

    /// <summary>The order in which flaws are told: by file, line, column, then name.</summary>
    public static int ByPlace(Flaw left, Flaw right)
    {
        var file = string.CompareOrdinal(left.Place.File, right.Place.File);
        return file != 0 ? file
            : (left.Place.Line, left.Place.Column).CompareTo((right.Place.Line, right.Place.Column))
                is not 0 and var place ? place
            : string.CompareOrdinal(left.Name, right.Name);
    }

    private static string MendLabel(string language) =>
        language == "zh" ? "\n  改法：" : "\n  mend: ";
}
