// Made by Scripts/references in NumPy: do not edit.

/// What every quantity of every experiment comes to in NumPy: mean and standard deviation over the seeds.
enum References {
  /// How many seeds each mean is of.
  static let seeds = 20

  /// By the names of experiment, variant and quantity.
  static let table: [String: [String: [String: Spread]]] = [
    "xor": [
      "2-8-1": [
        "loss at step 0": Spread(0.81368, 0.166),
        "loss at step 500, where solved": Spread(0.0062301, 0.00281),
        "loss at step 3000, where solved": Spread(0.00069997, 0.000364),
        "training accuracy": Spread(1, 0),
        "prediction for (0, 0), where solved": Spread(0.0017955, 0.0013),
        "prediction for (0, 1), where solved": Spread(0.99967, 0.000115),
        "prediction for (1, 0), where solved": Spread(0.99966, 0.000107),
        "prediction for (1, 1), where solved": Spread(0.00033053, 0.000322),
      ]
    ],
    "hidden-space": [
      "2-2-1": [
        "share of seeds that solve it": Spread(0.1, 0.308),
        "training loss": Spread(0.40562, 0.172),
      ]
    ],
    "smallest": [
      "2-4-1": [
        "best validation accuracy": Spread(0.9429, 0.0483),
        "validation accuracy": Spread(0.9393, 0.0494),
      ],
      "2-8-1": [
        "best validation accuracy": Spread(0.9807, 0.0277),
        "validation accuracy": Spread(0.9781, 0.0292),
      ],
      "2-4-4-1": [
        "best validation accuracy": Spread(0.9683, 0.0422),
        "validation accuracy": Spread(0.9611, 0.0447),
      ],
    ],
    "baseline": [
      "2-32-32-1, ReLU": [
        "training loss": Spread(0.34602, 0.0214),
        "validation loss": Spread(0.36226, 0.04),
        "training accuracy": Spread(0.84708, 0.0146),
        "validation accuracy": Spread(0.84396, 0.026),
        "weight norm": Spread(11.751, 0.56),
      ]
    ],
    "width-depth": [
      "2-8-1": [
        "training loss": Spread(0.37583, 0.0241),
        "validation loss": Spread(0.38333, 0.0448),
        "training accuracy": Spread(0.83333, 0.0133),
        "validation accuracy": Spread(0.82792, 0.0289),
        "weight norm": Spread(4.8887, 0.679),
      ],
      "2-32-32-1, ReLU": [
        "training loss": Spread(0.34602, 0.0214),
        "validation loss": Spread(0.36226, 0.04),
        "training accuracy": Spread(0.84708, 0.0146),
        "validation accuracy": Spread(0.84396, 0.026),
        "weight norm": Spread(11.751, 0.56),
      ],
      "2-64-64-1": [
        "training loss": Spread(0.3448, 0.0217),
        "validation loss": Spread(0.36217, 0.0406),
        "training accuracy": Spread(0.8474, 0.0156),
        "validation accuracy": Spread(0.8425, 0.0261),
        "weight norm": Spread(16.23, 0.538),
      ],
      "2-32-32-32-1": [
        "training loss": Spread(0.33788, 0.0214),
        "validation loss": Spread(0.36131, 0.0395),
        "training accuracy": Spread(0.84979, 0.0159),
        "validation accuracy": Spread(0.84229, 0.0268),
        "weight norm": Spread(14.271, 0.512),
      ],
    ],
    "tanh": [
      "2-32-32-1, ReLU": [
        "training loss": Spread(0.34602, 0.0214),
        "validation loss": Spread(0.36226, 0.04),
        "training accuracy": Spread(0.84708, 0.0146),
        "validation accuracy": Spread(0.84396, 0.026),
        "weight norm": Spread(11.751, 0.56),
      ],
      "2-32-32-1, tanh": [
        "training loss": Spread(0.35141, 0.0217),
        "validation loss": Spread(0.35491, 0.0374),
        "training accuracy": Spread(0.84495, 0.0145),
        "validation accuracy": Spread(0.84563, 0.0234),
        "weight norm": Spread(8.6192, 0.378),
      ],
    ],
    "activations": [
      "linear, sigmoid": [
        "training loss": Spread(0.0054712, 0.00331),
        "training accuracy": Spread(1, 0),
      ],
      "linear, tanh": [
        "training loss": Spread(0.0080005, 0.00407),
        "training accuracy": Spread(1, 0),
      ],
      "linear, relu": [
        "training loss": Spread(0.010348, 0.00597),
        "training accuracy": Spread(0.9995, 0.00224),
      ],
      "quadrants, sigmoid": [
        "training loss": Spread(0.038427, 0.0154),
        "training accuracy": Spread(0.9869, 0.0108),
      ],
      "quadrants, tanh": [
        "training loss": Spread(0.041422, 0.00676),
        "training accuracy": Spread(0.99295, 0.00284),
      ],
      "quadrants, relu": [
        "training loss": Spread(0.082968, 0.142),
        "training accuracy": Spread(0.9604, 0.0901),
      ],
      "circles, sigmoid": [
        "training loss": Spread(0.015808, 0.00624),
        "training accuracy": Spread(0.9962, 0.00349),
      ],
      "circles, tanh": [
        "training loss": Spread(0.019107, 0.00458),
        "training accuracy": Spread(0.996, 0.00311),
      ],
      "circles, relu": [
        "training loss": Spread(0.010292, 0.00508),
        "training accuracy": Spread(0.9978, 0.0033),
      ],
    ],
    "hidden-width": [
      "1 unit": [
        "training accuracy": Spread(0.6245, 0.0568)
      ],
      "2 units": [
        "training accuracy": Spread(0.7477, 0.0669)
      ],
      "4 units": [
        "training accuracy": Spread(0.9923, 0.00669)
      ],
      "8 units": [
        "training accuracy": Spread(0.9968, 0.00333)
      ],
      "32 units": [
        "training accuracy": Spread(0.9977, 0.0032)
      ],
    ],
    "quadrants": [
      "full batch": [
        "training loss": Spread(0.19721, 0.0194),
        "training accuracy": Spread(0.98588, 0.00848),
      ],
      "batch 64": [
        "training loss": Spread(0.069692, 0.0092),
        "training accuracy": Spread(0.99325, 0.00354),
      ],
    ],
    "quadrants-layers": [
      "full batch": [
        "training loss": Spread(0.63519, 0.0161),
        "training accuracy": Spread(0.77775, 0.0657),
      ],
      "batch 64, going on": [
        "training loss": Spread(0.14117, 0.0167),
        "training accuracy": Spread(0.98348, 0.00653),
      ],
    ],
    "l2": [
      "λ = 0": [
        "training loss": Spread(0.16334, 0.0574),
        "validation loss": Spread(0.82926, 0.32),
        "training accuracy": Spread(0.93047, 0.024),
        "validation accuracy": Spread(0.80469, 0.0404),
        "weight norm": Spread(22.848, 0.52),
        "gap between the losses": Spread(0.66592, 0.334),
      ],
      "λ = 0.5": [
        "training loss": Spread(0.31721, 0.028),
        "validation loss": Spread(0.39707, 0.0923),
        "training accuracy": Spread(0.8627, 0.0158),
        "validation accuracy": Spread(0.83359, 0.053),
        "weight norm": Spread(4.1628, 0.2),
        "gap between the losses": Spread(0.079863, 0.1),
      ],
    ],
    "early-stopping": [
      "no patience": [
        "best epoch": Spread(240, 255),
        "last epoch": Spread(2000, 0),
        "validation loss, best epoch": Spread(0.38056, 0.0834),
        "validation loss, last epoch": Spread(0.82926, 0.32),
        "gain of restoring": Spread(0.4487, 0.274),
      ],
      "patience 50": [
        "best epoch": Spread(128.4, 183),
        "last epoch": Spread(178.4, 183),
        "validation loss, best epoch": Spread(0.38404, 0.0842),
        "validation loss, last epoch": Spread(0.40819, 0.0939),
        "gain of restoring": Spread(0.02415, 0.0255),
      ],
    ],
    "noise": [
      "noise 0.10": [
        "training loss": Spread(0.0069552, 0.00158),
        "validation loss": Spread(0.0072407, 0.00302),
        "training accuracy": Spread(0.99927, 0.000962),
        "validation accuracy": Spread(0.99917, 0.00218),
        "weight norm": Spread(12.811, 0.474),
      ],
      "noise 0.24": [
        "training loss": Spread(0.1245, 0.0174),
        "validation loss": Spread(0.12955, 0.0281),
        "training accuracy": Spread(0.95057, 0.00804),
        "validation accuracy": Spread(0.94896, 0.0152),
        "weight norm": Spread(12.474, 0.526),
      ],
      "noise 0.44": [
        "training loss": Spread(0.34602, 0.0214),
        "validation loss": Spread(0.36226, 0.04),
        "training accuracy": Spread(0.84708, 0.0146),
        "validation accuracy": Spread(0.84396, 0.026),
        "weight norm": Spread(11.751, 0.56),
      ],
    ],
    "momentum": [
      "no momentum": [
        "training loss": Spread(0.26622, 0.0191),
        "validation loss": Spread(0.26375, 0.0354),
        "training accuracy": Spread(0.88135, 0.011),
        "validation accuracy": Spread(0.88104, 0.0189),
        "weight norm": Spread(11.571, 0.571),
      ],
      "momentum 0.9": [
        "training loss": Spread(0.12516, 0.0161),
        "validation loss": Spread(0.13134, 0.0287),
        "training accuracy": Spread(0.94958, 0.00811),
        "validation accuracy": Spread(0.94958, 0.0163),
        "weight norm": Spread(12.391, 0.475),
      ],
    ],
    "dropout": [
      "no dropout": [
        "training loss": Spread(0.21862, 0.0284),
        "validation loss": Spread(0.56199, 0.124),
        "validation accuracy": Spread(0.815, 0.0318),
        "gap between the losses": Spread(0.34337, 0.141),
      ],
      "dropout 0.2": [
        "training loss": Spread(0.27129, 0.0336),
        "validation loss": Spread(0.44099, 0.0908),
        "validation accuracy": Spread(0.83688, 0.0331),
        "gap between the losses": Spread(0.1697, 0.113),
      ],
      "dropout 0.5": [
        "training loss": Spread(0.30684, 0.035),
        "validation loss": Spread(0.39241, 0.0514),
        "validation accuracy": Spread(0.8475, 0.0288),
        "gap between the losses": Spread(0.085568, 0.0744),
      ],
    ],
  ]
}
