namespace CreditScoring.Workbench.Invented;

/// <summary>A trade: what is made, by whom (GB/T 4754), to which standard.</summary>
/// <param name="Product">The product category of a sampling plan.</param>
/// <param name="Industry">Its class in GB/T 4754.</param>
/// <param name="Standard">A standard that its makers declare.</param>
/// <param name="Key">Whether it stands in the catalogue for key supervision.</param>
internal sealed record SampleTrade(string Product, string Industry, string Standard, bool Key)
{
    public static readonly IReadOnlyList<SampleTrade> All =
    [
        new("电动自行车", "C3770", "GB 17761-2024", true),
        new("家用燃气灶具", "C3861", "GB 16410-2020", true),
        new("电线电缆", "C3831", "GB/T 5023.3-2008", true),
        new("儿童玩具", "C2451", "GB 6675.1-2014", true),
        new("移动电源", "C3841", "GB 31241-2022", true),
        new("消防应急灯具", "C3595", "GB 17945-2024", true),
        new("危险化学品包装物", "C2926", "GB 18191-2008", true),
        new("食品用塑料包装", "C2926", "GB 4806.7-2023", true),
        new("插头插座", "C3899", "GB/T 2099.1-2021", false),
        new("LED灯具", "C3872", "GB 7000.1-2015", false),
        new("儿童服装", "C1819", "GB 31701-2015", false),
        new("床上用品", "C1771", "GB 18401-2010", false),
        new("人造板", "C2021", "GB 18580-2025", false),
        new("木家具", "C2110", "GB 18584-2024", false),
        new("内墙涂料", "C2641", "GB 18582-2020", false),
        new("陶瓷砖", "C3071", "GB/T 4100-2015", false),
        new("水泥", "C3011", "GB 175-2023", false),
        new("热轧带肋钢筋", "C3130", "GB/T 1499.2-2024", false),
        new("化肥", "C2624", "GB/T 15063-2020", false),
        new("小家电", "C3854", "GB 4706.1-2024", false),
        new("运动鞋", "C1953", "GB 25038-2024", false),
        new("卫生用品", "C2239", "GB 15979-2024", false),
        new("汽车制动软管", "C3670", "GB 16897-2022", false),
        new("眼镜镜片", "C3587", "GB 10810.1-2025", false),
    ];
}
