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

    private const int MostRows = 3;

    /// <summary>
    /// The header, and the row behind it: of those that name all that is needed the one that names most of
    /// what
    /// may be lacking, one row before two, the upper before the lower. Null: none of the rows is it.
    /// </summary>
    public (TableHeader Header, int Next)? Find(IReadOnlyList<RawRow> rows)
    {
        (TableHeader Header, int Next)? best = null;
        var most = -1;
        foreach (var (at, count) in Candidates(rows))
        {
            var names = Names(rows, at, count);
            var places = sought.ToDictionary(column => column.Name, column => PlaceOf(column, names));
            var found = places.Values.Count(place => place >= 0);
            if (found > most && !sought.Any(column => !column.IsOptional && places[column.Name] < 0))
            {
                var lines = rows.Skip(at).Take(count).Select(row => row.Line).ToArray();
                (best, most) = ((new TableHeader(names, places, lines), at + count), found);
            }
        }

        return best;
    }

    /// <summary>The row that names the most columns; null: none names any.</summary>
    public HeaderMatch? Likeliest(IReadOnlyList<RawRow> rows) =>
        (from each in Candidates(rows)
        let names = Names(rows, each.At, each.Count)
        let places = sought.Select(column => (column, Place: PlaceOf(column, names)))
            .Where(found => found.Place >= 0).ToArray()
        where places.Length > 0
        orderby places.Length descending, each.Count
        select new HeaderMatch(
            rows[each.At].Line, names,
            places.ToDictionary(found => found.column.Name, found => names[found.Place]),
            [
                .. sought.Where(column => !column.IsOptional && PlaceOf(column, names) < 0)
                    .Select(column => column.Names[0]),
            ])).FirstOrDefault();

    /// <summary>What keeps the likeliest row from being the header.</summary>
    public IReadOnlyList<Flaw> Missing(IReadOnlyList<RawRow> rows, string file)
    {
        var (at, count) = Candidates(rows).Append((At: 0, Count: 0))
            .MaxBy(each => each.Count == 0 ? (-1, 0, 0, 0) :
            (sought.Count(column => PlaceOf(column, Names(rows, each.At, each.Count)) >= 0), -each.Count,
                rows[each.At].Cells.Count(cell => !cell.IsEmpty && !cell.IsSpanned), -each.At));
        var names = count == 0 ? [] : Names(rows, at, count);
        var place = new Place(file, count == 0 ? 1 : rows[at].Line, 1);
        return
        [
            .. sought.Where(column => !column.IsOptional && PlaceOf(column, names) < 0)
                .Select(column => FlawOf(column, names, place)),
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

    private IEnumerable<(int At, int Count)> Candidates(IReadOnlyList<RawRow> rows)
    {
        // One row first, wherever it is: a title above it would do for the upper of two.
        int[] counts = form.HeaderRows is { } said ? [Math.Clamp(said, 1, MostRows)] : [1, 2];
        return
            from count in counts
            from at in Enumerable.Range(0, rows.Count)
            where form.HeaderRow is null || rows[at].Line == form.HeaderRow
            where !rows[at].IsBlank && !rows[at].IsDamaged
            where at + count <= rows.Count
            select (at, count);
    }

    /// <summary>What the rows say of each column together, the upper first, each once.</summary>
    private static IReadOnlyList<string> Names(IReadOnlyList<RawRow> rows, int at, int count)
    {
        var width = rows.Skip(at).Take(count).Max(row => row.Cells.Count);
        return
        [
            .. Enumerable.Range(0, width).Select(place => string.Concat(rows.Skip(at).Take(count)
                .Select(row => place < row.Cells.Count ? row.Cells[place].Clean : "").Distinct())),
        ];
    }

    private static int PlaceOf(ColumnSought column, IReadOnlyList<string> names)
    {
        foreach (var name in column.Names)
        {
            if (names.Index().Where(each => each.Item == name).Select(each => (int?)each.Index)
                .FirstOrDefault()
                is { } place)
            {
                return place;
            }
        }

        foreach (var key in column.Names.Select(ColumnSought.KeyOf))
        {
            if (names.Index().Where(each => ColumnSought.KeyOf(each.Item) == key)
                .Select(each => (int?)each.Index).FirstOrDefault() is { } place)
            {
                return place;
            }
        }

        return -1;
    }

    private static Flaw FlawOf(ColumnSought column, IReadOnlyList<string> names, Place place)
    {
        var seen = names.Where(name => name.Length > 0).ToArray();
        var near = column.Names.Select(name => NearMiss.Of(name, seen))
            .FirstOrDefault(name => name is not null);
        var others = column.Names.Skip(1).ToArray();
        var listed = string.Join("、", seen.Select(Spelling.Shown));
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
