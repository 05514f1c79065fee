using MiniExcelLibs;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Reads what was exported as .xlsx.</summary>
public static class Workbooks
{
    /// <summary>All rows, the head first; each cell as text.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] book)
    {
        using var stream = new MemoryStream(book);
        return
        [
            .. stream.Query(useHeaderRow: false).Select(row =>
                ((IDictionary<string, object?>)row).Values.Select(each => $"{each}").ToArray()),
        ];
    }
}
