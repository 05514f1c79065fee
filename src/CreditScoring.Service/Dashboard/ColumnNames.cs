namespace CreditScoring.Service.Dashboard;

/// <summary>What the columns are called that every table of the law may have.</summary>
public static class ColumnNames
{
    /// <summary>A column of the table's own is called as the table calls it.</summary>
    public static string Of(string name, bool isChinese) => !isChinese ? name : name switch
    {
        "upTo" => "不大于", "below" => "小于", "from" => "自何日", "until" => "至何日（不含）",
        "citation" => "条款", "provenance" => "来历", _ => name,
    };
}
