namespace CreditScoring.Service.RuleShelf;

/// <summary>By what right a rule book is in use (依据).</summary>
public enum LawSource
{
    /// <summary>A folder was taken as it is: for trying things, and where nobody is told apart.</summary>
    Folder,

    /// <summary>Another person approved it, and it was published.</summary>
    Approved,

    /// <summary>It was in use before the record knew of proposals.</summary>
    CarriedOver,

    /// <summary>None is in force yet: nobody is judged.</summary>
    Awaited,
}

/// <summary>By what right the book on the shelf is in use.</summary>
/// <param name="Publication">The id of the publication that put it in force; null: a folder was
/// taken.</param>
public sealed record LawInUse(LawSource Source, string? Publication)
{
    public static readonly LawInUse Folder = new(LawSource.Folder, null);

    public static readonly LawInUse Awaited = new(LawSource.Awaited, null);

    /// <summary>As answers say it.</summary>
    public string Code => CodeOf(Source);

    public static IReadOnlyList<string> Codes { get; } =
        [.. Enum.GetValues<LawSource>().Select(CodeOf)];

    private static string CodeOf(LawSource source) =>
        source == LawSource.CarriedOver ? "carried-over" : source.ToString().ToLowerInvariant();
}
