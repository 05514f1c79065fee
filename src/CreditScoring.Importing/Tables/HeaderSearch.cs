using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// Finds the row, or the two rows together, that name the columns: title, notes and units stand above it in
/// most tables. It is the first that names every column that is read.
/// </summary>
internal sealed class HeaderSearch(IReadOnlyList<ColumnSought> sought, TableForm form)
{
    /// <summary>Rows in which it is looked for.</summary>
    public const int Depth = 50;

    private const int MostRows = 3, MostTold = 40;

    /// <summary>
    /// The header, and the row behind it: of those that name all that is needed the one that names most of
    /// what
    /// may be lacking, one row before two, the upper before the lower. Null: none of the rows is it.
    /// </summary>
    public (TableHeader Header, int Next)? Find(IReadOnlyList<RawRow> rows)
    {
        (TableHeader Header, int Next)? best = null;
        var most = -1;
        foreach (var (at, count, names) in Candidates(rows))
        {
            var places = sought.ToDictionary(column => column.Name, names.PlaceOf);
            var found = places.Values.Count(place => place >= 0);
            if (found > most && !sought.Any(column => !column.IsOptional && places[column.Name] < 0))
            {
                var lines = rows.Skip(at).Take(count).Select(row => row.Line).ToArray();
                (best, most) = ((new TableHeader(names.Names, places, lines), at + count), found);
            }
        }

        return best;
    }

    /// <summary>The row that names the most columns; null: none names any.</summary>
    public HeaderMatch? Likeliest(IReadOnlyList<RawRow> rows) =>
        (from each in Candidates(rows)
        let names = each.Names
        let places = sought.Select(column => (column, Place: names.PlaceOf(column)))
            .Where(found => found.Place >= 0).ToArray()
        where places.Length > 0
        orderby places.Length descending, each.Count
        select new HeaderMatch(
            rows[each.At].Line, names.Names,
            places.ToDictionary(found => found.column.Name, found => names.Names[found.Place]),
            [
                .. sought.Where(column => !column.IsOptional && names.PlaceOf(column) < 0)
                    .Select(column => column.Names[0]),
            ])).FirstOrDefault();

    /// <summary>What keeps the likeliest row from being the header.</summary>
    public IReadOnlyList<Flaw> Missing(IReadOnlyList<RawRow> rows, string file)
    {
        var best = Candidates(rows).OrderByDescending(each =>
            sought.Count(column => each.Names.PlaceOf(column) >= 0))
            .ThenBy(each => each.Count)
            .ThenByDescending(each => rows[each.At].Cells.Count(cell => !cell.IsEmpty && !cell.IsSpanned))
            .ThenBy(each => each.At).FirstOrDefault((At: -1, Count: 0, Names: new HeaderNames([])));
        var place = new Place(file, best.At < 0 ? 1 : rows[best.At].Line, 1);
        return
        [
            .. sought.Where(column => !column.IsOptional && best.Names.PlaceOf(column) < 0)
                .Select(column => FlawOf(column, best.Names.Names, place)),
        ];
    }

    /// <summary>Columns that are read and of which there are two: nobody knows which is meant.</summary>
    public IEnumerable<Flaw> Doubled(TableHeader header, string file) =>
        from column in sought
        let place = header.PlaceOf(column.Name)
        where place >= 0
        let key = ColumnSought.KeyOf(header.Names[place])
        let places = header.Names.Index().Where(each => ColumnSought.KeyOf(each.Item) == key)
            .Select(each => Letter(each.Index)).ToArray()
        where places.Length > 1
        select new Flaw(
            "column-twice", new Place(file, header.Lines[0], 1),
            new Wording(
                $"有 {places.Length} 列都叫“{header.Names[place]}”（{string.Join("、", places)} 列）",
                $"{places.Length} columns are called '{header.Names[place]}' ({string.Join(", ", places)})"),
            new Wording("给不要的那一列改名，或删去", "rename the one that is not meant, or take it out"));

    private IEnumerable<(int At, int Count, HeaderNames Names)> Candidates(IReadOnlyList<RawRow> rows)
    {
        // One row first, wherever it is: a title above it would do for the upper of two.
        int[] counts = form.HeaderRows is { } said ? [Math.Clamp(said, 1, MostRows)] : [1, 2];
        return
            from count in counts
            from at in Enumerable.Range(0, rows.Count)
            where form.HeaderRow is null || rows[at].Line == form.HeaderRow
            where !rows[at].IsBlank && !rows[at].IsDamaged
            where at + count <= rows.Count
            select (at, count, new HeaderNames([.. rows.Skip(at).Take(count)]));
    }

    private static Flaw FlawOf(ColumnSought column, IReadOnlyList<string> names, Place place)
    {
        var seen = names.Where(name => name.Length > 0).ToArray();
        var near = column.Names.Select(name => NearMiss.Of(name, seen))
            .FirstOrDefault(name => name is not null);
        var others = column.Names.Skip(1).ToArray();
        // Where a table has no header it is a row of data that is told.
        var listed = string.Join("、",
            seen.Take(MostTold).Select(Spelling.Shown).Select(ResidentNumber.Masked))
            + (seen.Length > MostTold ? " …" : "");
        return new Flaw(
            "column-missing", place,
            new Wording(
                $"没有列“{column.Names[0]}”"
                    + (others.Length == 0 ? "" : $"（也可叫：{string.Join("、", others)}）"),
                $"there is no column '{column.Names[0]}'"
                    + (others.Length == 0 ? "" : $" (also called: {string.Join(", ", others)})")),
            near is not null ? new Wording($"是否指“{near}”？", $"did you mean '{near}'?")
                : new Wording(
                    $"此处的列有：{(listed.Length == 0 ? "（没有）" : listed)}",
                    $"the columns here are: {(listed.Length == 0 ? "(none)" : listed)}"));
    }

    /// <summary>The name of a column in a spreadsheet, from its place: A, B, … AA.</summary>
    public static string Letter(int place) =>
        place < 26 ? $"{(char)('A' + place)}" : Letter((place / 26) - 1) + (char)('A' + (place % 26));
}

/// <summary>How far a row names the columns that are sought.</summary>
/// <param name="Matches">What the row calls each column that it has.</param>
/// <param name="Lacking">Columns that are needed and that it has not.</param>
internal sealed record HeaderMatch(
    int Line, IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Matches,
    IReadOnlyList<string> Lacking)
{
    public int Matched => Matches.Count;
}
