namespace CreditScoring.Workbench.Invented;

/// <summary>A city and the market regulation authority (市场监督管理局) that acts there.</summary>
/// <param name="Region">Its code in GB/T 2260.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mark">How its documents begin.</param>
internal sealed record SampleCity(string Region, string Name, string Mark)
{
    public static readonly IReadOnlyList<SampleCity> All =
    [
        new("440100", "广州市", "穗"), new("440300", "深圳市", "深"), new("440600", "佛山市", "佛"),
        new("441900", "东莞市", "东"), new("442000", "中山市", "中"), new("440700", "江门市", "江"),
        new("440500", "汕头市", "汕"), new("441300", "惠州市", "惠"), new("330100", "杭州市", "杭"),
        new("330200", "宁波市", "甬"), new("330300", "温州市", "温"), new("330700", "金华市", "金"),
        new("330800", "衢州市", "衢"), new("320100", "南京市", "宁"), new("320200", "无锡市", "锡"),
        new("320500", "苏州市", "苏"), new("350100", "福州市", "榕"), new("350200", "厦门市", "厦"),
        new("350500", "泉州市", "泉"), new("370100", "济南市", "济"), new("370200", "青岛市", "青"),
        new("410100", "郑州市", "郑"), new("420100", "武汉市", "武"), new("430100", "长沙市", "长"),
        new("510100", "成都市", "成"), new("130100", "石家庄市", "石"), new("610100", "西安市", "西"),
        new("340100", "合肥市", "合"), new("310000", "上海市", "沪"), new("110000", "北京市", "京"),
        new("120000", "天津市", "津"), new("500000", "重庆市", "渝"),
    ];

    /// <summary>The source under which its events are sent.</summary>
    public string Source => $"samr-{Region}";

    public string Authority => $"{Name}市场监督管理局";

    /// <summary>A document number (文号), such as 深市监处罚〔2025〕1023号.</summary>
    public string Document(string sort, int year, int number) => $"{Mark}市监{sort}〔{year}〕{number}号";
}
