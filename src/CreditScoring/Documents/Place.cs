namespace CreditScoring.Documents;

/// <summary>Where in a document: line and column count from 1, columns in UTF-16 units.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>A place that is a whole document, not a spot in it.</summary>
    public static Place Whole(string file) => new(file, 1, 1);

    public override string ToString() => $"{File}:{Line}:{Column}";
}
